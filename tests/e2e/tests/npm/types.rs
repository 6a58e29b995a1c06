//! TypeScript takes what is right and refuses what is wrong: each wrong line bears a mark that must be followed by an error.

use crate::project::Project;

const TSC: &str = "typescript/bin/tsc";

#[test]
fn right_uses_are_taken_and_wrong_ones_refused() {
    let project = Project::of("types");
    project.runs_script(TSC, &[]);
    project.runs_script(TSC, &["--project", "tsconfig.react18.json"]);
    project.runs_script("vue-tsc/bin/vue-tsc.js", &["--project", "tsconfig.vue.json"]);
}
