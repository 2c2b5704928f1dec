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
    (
        # What is taken back by undo is named by its id, so an id is never given out again.
        """
        CREATE TABLE kept_bookmarks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
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
        "INSERT INTO kept_bookmarks SELECT * FROM bookmarks",
        "DROP TABLE bookmarks",
        "ALTER TABLE kept_bookmarks RENAME TO bookmarks",
        "CREATE INDEX bookmarks_by_article ON bookmarks (article_id)",
        """
        CREATE TABLE kept_corrections (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
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
        "INSERT INTO kept_corrections SELECT * FROM corrections",
        "DROP TABLE corrections",
        "ALTER TABLE kept_corrections RENAME TO corrections",
        # So that a text that changed on the disk is noticed.
        "ALTER TABLE sections ADD COLUMN checksum INTEGER",
        "UPDATE sections SET checksum = sum_section(number, title, paragraphs)",
    ),
    (
        # A word outlives the article in which it was met.
        """
        CREATE TABLE vocabulary (
            word TEXT PRIMARY KEY,
            written TEXT NOT NULL,
            syllables TEXT NOT NULL,
            status TEXT NOT NULL,
            marked TEXT NOT NULL,
            sentence TEXT NOT NULL,
            start INTEGER NOT NULL,
            article_id INTEGER REFERENCES articles ON DELETE SET NULL,
            section INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ),
    (
        # The articles whose paragraphs the index knows. The index itself is made by
        # store.passages, since not every SQLite can.
        """
        CREATE TABLE indexed (
            article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE
        ) STRICT
        """,
    ),
    (
        """
        CREATE TABLE section_progress (
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            section INTEGER NOT NULL,
            share REAL NOT NULL,
            PRIMARY KEY (article_id, section)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE stints (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            characters INTEGER NOT NULL,
            seconds REAL NOT NULL,
            ended TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX stints_by_article ON stints (article_id)",
    ),
    (
        "ALTER TABLE articles ADD COLUMN address TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE articles ADD COLUMN extent TEXT NOT NULL DEFAULT 'all'",
    ),
    ("ALTER TABLE articles RENAME COLUMN extent TO portion",),
    (
        """
        CREATE TABLE phrases (
            simplified TEXT PRIMARY KEY,
            traditional TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ),
    # The names of the columns that a learner has put right, as JSON: no reading changes them back.
    ("ALTER TABLE articles ADD COLUMN edited TEXT NOT NULL DEFAULT '[]'",),
    (
        # So that the same text in other bytes is known.
        "ALTER TABLE articles ADD COLUMN text_sum TEXT NOT NULL DEFAULT ''",
        """
        UPDATE articles SET text_sum =
            (SELECT sum_text(number, paragraphs) FROM sections WHERE article_id = articles.id)
        """,
        "CREATE INDEX articles_by_text ON articles (text_sum)",
        "CREATE INDEX articles_by_address ON articles (address)",
        "CREATE INDEX originals_by_name ON originals (name)",
        # What articles were made of before they got a new version.
        """
        CREATE TABLE versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes BLOB NOT NULL,
            encoding TEXT NOT NULL,
            address TEXT NOT NULL,
            portion TEXT NOT NULL,
            replaced TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX versions_by_article ON versions (article_id)",
        "CREATE INDEX versions_by_sum ON versions (sha256)",
    ),
    (
        # Files of a watched folder, as they were when they were imported.
        """
        CREATE TABLE watched (
            path TEXT PRIMARY KEY,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    ),
    (
        # Paragraphs that a learner has put right: as they were read (JSON), and as they are shown.
        """
        CREATE TABLE edits (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            section INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            original TEXT NOT NULL,
            text TEXT NOT NULL,
            placed INTEGER NOT NULL,
            created TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX edits_by_article ON edits (article_id)",
    ),
    (
        # The report on the last import, as JSON.
        """
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            kept TEXT NOT NULL,
            lines TEXT NOT NULL
        ) STRICT
        """,
    ),
)
