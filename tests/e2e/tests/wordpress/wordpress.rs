//! A WordPress of its own with its database, and what is done in it without a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;
use xtask::integrations::wordpress as plugin;
use xtask::project::Project;
use xtask::tools::wordpress::WordPress as Installed;

use crate::service::Service;

/// Where the plugin is in a site.
const PLUGIN: &str = "site/wp-content/plugins/shindan";
const DATABASE_READY: &str = "ready for connections";
const SERVER_READY: &str = "Development Server (http://127.0.0.1:";

/// A running WordPress; dropping it ends it.
pub(crate) struct WordPress {
    // Ended before their folder goes.
    web: Service,
    _database: Service,
    home: TempDir,
}

impl WordPress {
    /// One without the plugin.
    pub(crate) fn bare() -> Self {
        let home = tempfile::Builder::new().prefix("shindan-wp-").tempdir().unwrap();
        installed().copy(home.path()).unwrap();
        let start = |name: &str, command: &mut std::process::Command, ready: &str| {
            let folder = home.path().join(name);
            fs::create_dir(&folder).unwrap();
            Service::start(command, &folder, &[ready])
        };
        let database = start("database", &mut installed().database(home.path()), DATABASE_READY);
        let web = start("web", &mut installed().server(home.path()), SERVER_READY);
        Self { web, _database: database, home }
    }

    /// One with the plugin switched on, and these settings.
    pub(crate) fn with(settings: &Value) -> Self {
        let wordpress = Self::bare();
        let to = wordpress.path(PLUGIN);
        for file in xtask::files::walk(unpacked()).unwrap() {
            let bytes = xtask::files::read(&file).unwrap();
            xtask::files::write(&to.join(file.strip_prefix(unpacked()).unwrap()), bytes).unwrap();
        }
        wordpress
            .runs("require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin( 'shindan/shindan.php' );");
        wordpress.sets("shindan_settings", settings);
        wordpress
    }

    /// The address of a page.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.web.port_after(SERVER_READY))
    }

    /// A file of it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// A file of the plugin.
    pub(crate) fn plugin(&self, name: &str) -> PathBuf {
        self.path(PLUGIN).join(name)
    }

    /// Runs PHP in it as nobody; gives what that prints.
    pub(crate) fn runs(&self, php: &str) -> String {
        let host = self.url("").replace("http://", "").replace('/', "");
        let script = format!("$_SERVER['HTTP_HOST'] = '{host}'; require 'site/wp-load.php'; {php}");
        let output = installed().php(self.home.path()).args(["-r", &script]).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{php}: {printed}\n{}", String::from_utf8_lossy(&output.stderr));
        printed
    }

    /// Stores an option as it is.
    pub(crate) fn sets(&self, option: &str, value: &Value) {
        // Its own check would take what a form sends.
        let file = self.path("option.json");
        fs::write(&file, value.to_string()).unwrap();
        self.runs(&format!("update_option( '{option}', json_decode( file_get_contents( 'option.json' ), true ) );"));
    }

    /// An option as JSON.
    pub(crate) fn option(&self, name: &str) -> Value {
        serde_json::from_str(&self.runs(&format!("echo wp_json_encode( get_option( '{name}' ) );"))).unwrap()
    }

    /// Has this PHP run with each request from now on.
    pub(crate) fn always_runs(&self, name: &str, php: &str) {
        fs::write(self.path(&format!("site/wp-content/mu-plugins/{name}.php")), format!("<?php\n{php}\n")).unwrap();
    }

    /// The path of a page by that author, published; gives its address.
    pub(crate) fn publishes(&self, slug: &str, content: &str) -> String {
        fs::write(self.path("content.html"), content).unwrap();
        self.runs(&format!(
            "wp_set_current_user( get_user_by( 'login', 'author' )->ID );
            kses_init();
            $id = wp_insert_post( array( 'post_title' => '診断のご案内', 'post_name' => '{slug}', 'post_status' => 'publish', 'comment_status' => 'closed',
                'post_content' => wp_slash( file_get_contents( 'content.html' ) ) ), true );
            is_wp_error( $id ) && exit( 1 );"
        ));
        self.url(&format!("{slug}/"))
    }

    /// The leads that are kept, oldest first.
    pub(crate) fn leads(&self) -> Vec<Value> {
        let kept = self.runs(
            "foreach ( get_posts( array( 'post_type' => 'shindan_lead', 'post_status' => 'private', 'numberposts' => -1,
                'orderby' => 'ID', 'order' => 'ASC' ) ) as $post ) { echo $post->post_content, \"\\n\"; }",
        );
        kept.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The letters that were sent.
    pub(crate) fn mails(&self) -> Vec<Value> {
        let mails = fs::read_to_string(self.path("mails.txt")).unwrap_or_default();
        mails.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Expects that PHP has found nothing wrong with the plugin. WordPress of Debian has remarks of its own.
    pub(crate) fn has_a_clean_log(&self) {
        let log = fs::read_to_string(self.path("debug.log")).unwrap_or_default();
        let ours: Vec<_> = log.lines().filter(|line| line.contains("plugins/shindan/")).collect();
        assert!(ours.is_empty(), "{ours:#?}");
    }
}

/// The plugin's ZIP.
pub(crate) fn zip() -> &'static Path {
    static ZIP: OnceLock<PathBuf> = OnceLock::new();
    ZIP.get_or_init(|| plugin::pack(&Project::find().unwrap()).unwrap())
}

/// What is in the ZIP.
pub(crate) fn unpacked() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| zip().with_file_name("wordpress").join("shindan"))
}

/// The WordPress that tests copy.
pub(crate) fn installed() -> &'static Installed {
    static INSTALLED: OnceLock<Installed> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let found = Project::find().and_then(|project| xtask::tools::wordpress(&project));
        found.unwrap_or_else(|error| panic!("{error:#}"))
    })
}
