/** The props of a sheet that is also a page of the site. */
export interface SheetLevel {
  /** Of its heading: 1 on a page of its own, 2 in the workbook. */
  level?: 1 | 2
}
