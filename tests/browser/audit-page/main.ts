import { createApp } from 'vue'
import EnergyAudit from '../../../components/audit/EnergyAudit.vue'
import HybridCheck from '../../../components/hybrid/HybridCheck.vue'
import '../../../styles/tokens.css'

/** `?exercise=hybrid&session=NAME&slide&dark`: one private exercise alone on a page, as a phone or a slide holds it. */
const wanted = new URLSearchParams(location.search)
document.documentElement.classList.toggle('dark', wanted.has('dark'))
document.documentElement.classList.toggle('slide', wanted.has('slide'))
createApp(wanted.get('exercise') === 'hybrid' ? HybridCheck : EnergyAudit, { session: wanted.get('session') ?? 'monday' }).mount('main')
