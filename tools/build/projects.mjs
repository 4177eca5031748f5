/** What is built, in the order of need. `output` must exist for a build to count as done. */
export const PROJECTS = {
  shared: { needs: [], output: 'shared/dist' },
  migrations: { needs: [], output: 'migrations/dist' },
  api: { needs: ['shared', 'migrations'], output: 'api/dist' },
  web: { needs: ['shared'], output: 'web/dist' },
};

/** @typedef {keyof typeof PROJECTS} Project */

/** The projects and all they need, without repetition. @param {Project[]} names @returns {Project[]} */
export function withNeeds(names) {
  return [...new Set(names.flatMap((name) => [...withNeeds(PROJECTS[name].needs), name]))];
}
