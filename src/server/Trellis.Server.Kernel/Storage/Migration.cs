using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// One step of a module's schema. Steps run in the order of <paramref name="Version"/>, each once, in a transaction that records it; their
/// SQL is written so that both engines take it (<c>text</c>, <c>bigint</c>, <c>double precision</c>, <c>bytea</c>; no deferred
/// constraints, which would fail the writes of others that share a commit), and once released never changes.
/// </summary>
/// <param name="Module">The module the step belongs to, for example <c>kernel</c> or <c>askii</c>.</param>
/// <param name="Version">1, 2, 3, … within the module.</param>
/// <param name="Name">A few words on what the step does.</param>
/// <param name="Sql">One or more statements.</param>
public sealed record Migration(string Module, int Version, string Name, string Sql)
{
    /// <summary>
    /// What PostgreSQL runs instead of <see cref="Sql"/>, for the few steps whose SQL no two engines share, such as those of full text search.
    /// </summary>
    /// <value>Default null: the same.</value>
    public string? PostgresSql { get; init; }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the SQL without what an editor or a checkout may change: the kind of line ends, blanks at
    /// line ends, and blank lines around it.
    /// </summary>
    internal string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PostgresSql is null ? Normalise(Sql) : $"{Normalise(Sql)}\n{Normalise(PostgresSql)}")));

    /// <summary>What an engine runs.</summary>
    internal string SqlFor(SqlDialect dialect) => dialect.Name == "postgresql" ? PostgresSql ?? Sql : Sql;

    /// <summary>Names the step without its SQL.</summary>
    public override string ToString() => $"{Module} {Version} ({Name})";

    private static string Normalise(string sql) =>
        string.Join('\n', sql.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
