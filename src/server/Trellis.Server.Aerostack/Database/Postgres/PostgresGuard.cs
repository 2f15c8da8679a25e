using System.Collections.Frozen;

namespace Trellis.Server.Aerostack.Database.Postgres;

/// <summary>
/// Decides what statements of callers may do. They run as a role that has its own schema and nothing else; this keeps them from leaving that role
/// (<c>SET</c>, <c>set_config</c>, functions that run SQL from text) and from what tells of other projects (the system catalogues).
/// </summary>
internal static class PostgresGuard
{
    private static readonly FrozenSet<string> Queries = FrozenSet.ToFrozenSet(
        ["SELECT", "VALUES", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "TABLE", "("], StringComparer.Ordinal);

    private static readonly FrozenSet<string> SchemaVerbs = FrozenSet.ToFrozenSet(["CREATE", "ALTER", "DROP", "TRUNCATE"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> SchemaObjects = FrozenSet.ToFrozenSet(["TABLE", "INDEX", "VIEW", "SEQUENCE"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> SchemaAdjectives = FrozenSet.ToFrozenSet(["UNIQUE", "OR", "REPLACE", "MATERIALIZED"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "set_config", "current_setting", "query_to_xml", "query_to_xmlschema", "query_to_xml_and_xmlschema", "cursor_to_xml", "cursor_to_xmlschema",
            "table_to_xml", "table_to_xmlschema", "table_to_xml_and_xmlschema", "schema_to_xml", "schema_to_xmlschema", "schema_to_xml_and_xmlschema",
            "database_to_xml", "database_to_xmlschema", "database_to_xml_and_xmlschema", "ts_stat", "ts_rewrite", "xpath_table", "crosstab", "connectby",
            "regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regoper", "regoperator", "regproc", "regprocedure", "regrole",
            "regtype", "information_schema", "lo_creat", "lo_create", "lo_from_bytea", "lo_import", "lo_export", "lo_open", "lo_put", "lo_get",
            "lo_unlink", "loread", "lowrite",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Prefixes = ["pg_", "dblink", "to_reg"];

    /// <summary>Whether a statement may make, change or remove tables.</summary>
    public static bool ChangesSchema(PostgresSql sql) =>
        SchemaVerbs.Contains(sql.Words[0])
        || (sql.Words.Contains("INTO") && !sql.Words.Contains("INSERT") && !sql.Words.Contains("MERGE"));

    /// <summary>Why a statement is refused; null when it may run.</summary>
    public static SqlFailure? Refuse(PostgresSql sql, SqlRules rules)
    {
        if (!Queries.Contains(sql.Words[0]) && !IsSchemaChange(sql.Words))
            return SqlFailure.Refused($"{Shown(sql.Words[0])} may not be used here.", "not_allowed");

        foreach (var word in sql.Words)
        {
            if (Names.Contains(word) || Array.Exists(Prefixes, prefix => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                return SqlFailure.Refused($"The name {Shown(word)} may not be used here.", "not_allowed");
        }

        return ChangesSchema(sql) && !rules.AllowsSchemaChanges ? SqlFailure.SchemaChange() : null;
    }

    private static bool IsSchemaChange(IReadOnlyList<string> words) =>
        SchemaVerbs.Contains(words[0]) && words.Skip(1).SkipWhile(SchemaAdjectives.Contains).FirstOrDefault() is { } kind
        && (SchemaObjects.Contains(kind) || words[0] == "TRUNCATE");

    private static string Shown(string word) => word.Length <= 64 ? word : word[..64];
}
