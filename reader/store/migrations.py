"""Every step from an empty file to today's library. Append only: a step that shipped is history."""

Step = tuple[str, ...]

MIGRATIONS: tuple[Step, ...] = (
    (
        """
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            author TEXT NOT NULL,
            date TEXT NOT NULL,
            category TEXT NOT NULL,
            level TEXT NOT NULL,
            licence TEXT NOT NULL,
            script TEXT NOT NULL,
            encoding TEXT NOT NULL,
            warnings TEXT NOT NULL,
            characters INTEGER NOT NULL,
            added TEXT NOT NULL,
            removed TEXT
        ) STRICT
        """,
        """
        CREATE TABLE originals (
            article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL UNIQUE,
            bytes BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE sections (
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            number INTEGER NOT NULL,
            title TEXT NOT NULL,
            paragraphs TEXT NOT NULL,
            PRIMARY KEY (article_id, number)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE bookmarks (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            section INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            label TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX bookmarks_by_article ON bookmarks (article_id)",
        """
        CREATE TABLE reading_places (
            article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
            section INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            progress REAL NOT NULL,
            saved TEXT NOT NULL
        ) STRICT
        """,
    ),
    (
        """
        CREATE TABLE corrections (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            scope TEXT NOT NULL,
            section INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            word TEXT NOT NULL,
            syllables TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT
        """,
    ),
)
