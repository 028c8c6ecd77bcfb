/** What a sheet is told that also stands on a page of its own. */
export interface SheetLevel {
  /** Of its heading: 1 on a page of its own, 2 in the workbook. */
  level?: 1 | 2
}
