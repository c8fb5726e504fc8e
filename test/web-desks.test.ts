import { groups, together } from './web/together.ts'

together(groups.desks)
