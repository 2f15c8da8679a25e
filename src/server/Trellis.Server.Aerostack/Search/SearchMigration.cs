using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>
/// Texts to be found again, with their words in an index of the engine's own full text search, which no two engines have alike, and with their
/// vectors where a model made any.
/// </summary>
internal static class SearchMigration
{
    public static Migration Step { get; } = new(
        "aerostack.search",
        1,
        "documents",
        """
        CREATE TABLE aerostack_search_documents (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            project_id text NOT NULL REFERENCES aerostack_projects (id),
            id text NOT NULL,
            type text NOT NULL,
            content text NOT NULL,
            metadata text NOT NULL,
            vector_model text,
            vector bytea,
            UNIQUE (project_id, id)
        );
        CREATE INDEX aerostack_search_by_type ON aerostack_search_documents (project_id, type);
        CREATE VIRTUAL TABLE aerostack_search_words USING fts5 (project, content, tokenize = 'porter unicode61');
        CREATE TABLE aerostack_search_settings (
            project_id text NOT NULL PRIMARY KEY REFERENCES aerostack_projects (id),
            embedding_model text NOT NULL
        );
        """)
    {
        PostgresSql =
            """
            CREATE TABLE aerostack_search_documents (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                project_id text NOT NULL REFERENCES aerostack_projects (id),
                id text NOT NULL,
                type text NOT NULL,
                content text NOT NULL,
                metadata text NOT NULL,
                vector_model text,
                vector bytea,
                words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', content)) STORED,
                UNIQUE (project_id, id)
            );
            CREATE INDEX aerostack_search_by_type ON aerostack_search_documents (project_id, type);
            CREATE INDEX aerostack_search_words ON aerostack_search_documents USING gin (words);
            CREATE TABLE aerostack_search_settings (
                project_id text NOT NULL PRIMARY KEY REFERENCES aerostack_projects (id),
                embedding_model text NOT NULL
            );
            """,
    };
}
