namespace Trellis.Server.Aerostack.Database;

/// <summary>What a statement came to.</summary>
internal sealed record SqlOutcome
{
    private static readonly ReadOnlyMemory<byte> NoRows = "[]"u8.ToArray();

    /// <summary>The rows, as a JSON array of objects.</summary>
    public ReadOnlyMemory<byte> Rows { get; init; } = NoRows;

    /// <summary>How many rows it returned; of a statement that returns none, how many it changed.</summary>
    public long Count { get; init; }

    /// <summary>Why it did nothing; null when it succeeded.</summary>
    public SqlFailure? Failure { get; init; }

    /// <summary>A statement that did nothing.</summary>
    public static SqlOutcome Failed(SqlFailure failure) => new() { Failure = failure };
}
