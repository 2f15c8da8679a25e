namespace Trellis.Server.Ascend.Content;

/// <summary>Where something sensitive stands in a text.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many characters.</param>
internal readonly record struct SensitiveDataMatch(SensitiveDataKind Kind, int Start, int Length)
{
    /// <summary>The first character after it.</summary>
    public int End => Start + Length;
}
