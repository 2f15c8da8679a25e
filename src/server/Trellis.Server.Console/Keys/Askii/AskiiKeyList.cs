namespace Trellis.Server.Console.Keys.Askii;

/// <summary>The answer of <c>list-keys</c>.</summary>
/// <param name="Keys">The keys, the oldest first.</param>
internal sealed record AskiiKeyList(IReadOnlyList<AskiiKey> Keys);
