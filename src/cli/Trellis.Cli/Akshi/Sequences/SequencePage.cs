namespace Trellis.Cli.Akshi.Sequences;

/// <summary>A part of the log or of the findings.</summary>
/// <param name="Items">What it holds, oldest first.</param>
/// <param name="NextSeq">The server's word for where it goes on.</param>
internal readonly record struct SequencePage<T>(IReadOnlyList<T> Items, long? NextSeq);
