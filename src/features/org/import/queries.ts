import 'server-only';

export {
  type ChangeView,
  getImportRun,
  listImportChanges,
  listImportRuns,
  type RunView,
} from './runs/queries';
export {
  getSchedule,
  listUnderstoodSchedules,
  listUnsettledSchedules,
  type ScheduleView,
  type UnderstoodSchedule,
} from './schedules/queries';
