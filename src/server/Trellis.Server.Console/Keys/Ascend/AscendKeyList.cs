namespace Trellis.Server.Console.Keys.Ascend;

/// <summary>The answer of <c>/api/keys/list</c>.</summary>
/// <param name="Keys">The keys, the newest first.</param>
internal sealed record AscendKeyList(IReadOnlyList<AscendKey> Keys);
