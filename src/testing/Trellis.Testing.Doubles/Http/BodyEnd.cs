namespace Trellis.Testing;

/// <summary>How the body of a <see cref="StubAnswer"/> ends.</summary>
internal enum BodyEnd
{
    Whole,
    Cut,
    Stall,
}
