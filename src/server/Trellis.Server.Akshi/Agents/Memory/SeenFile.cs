namespace Trellis.Server.Akshi.Agents.Memory;

/// <summary>What an agent remembers of a file.</summary>
internal sealed record SeenFile
{
    // An estimate of what a remembered file takes beside its texts.
    private const int Overhead = 256;

    /// <summary>Relative to the configuration's folder.</summary>
    public required string Path { get; init; }

    /// <summary>Its length when it was last read, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When it had last been written, in ticks of UTC; 0 when it must be looked at again.</summary>
    public required long Modified { get; init; }

    /// <summary>What was read: a digest, with a letter for what it is of.</summary>
    public required string Mark { get; init; }

    /// <summary>Up to where its lines were read, in bytes.</summary>
    public long Position { get; init; }

    /// <summary>How many lines end before there.</summary>
    public long Line { get; init; }

    /// <summary>The findings of what was read.</summary>
    public string Reported { get; init; } = "";

    /// <summary>Findings that were made before of what is to be read again.</summary>
    public string Pending { get; init; } = "";

    /// <summary>What it takes in memory, in bytes; an estimate.</summary>
    public long HeapBytes => Overhead + (2L * (Path.Length + Mark.Length + Reported.Length + Pending.Length));

    /// <summary>Whether the file looks as it did.</summary>
    public bool IsUnchanged(Files.FoundFile file) => Length == file.Length && Modified == file.Modified;
}
