namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>
/// Compares SQL by the parts it is written in, without joining them first: the parts of one place in the code are the same strings every
/// time, so that comparing them is comparing references. The same text in other parts counts as different and is prepared once more.
/// </summary>
internal sealed class SqlTextComparer : IEqualityComparer<string[]>, IAlternateEqualityComparer<ReadOnlySpan<string>, string[]>
{
    public static SqlTextComparer Instance { get; } = new();

    public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<string> alternate, string[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(string[] obj) => GetHashCode((ReadOnlySpan<string>)obj);

    // Statements differ in the lengths of their parts, nearly always.
    public int GetHashCode(ReadOnlySpan<string> alternate)
    {
        var hash = default(HashCode);
        foreach (var part in alternate)
            hash.Add(part.Length);
        return hash.ToHashCode();
    }

    public string[] Create(ReadOnlySpan<string> alternate) => alternate.ToArray();
}
