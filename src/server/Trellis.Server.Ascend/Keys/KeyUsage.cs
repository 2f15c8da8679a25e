namespace Trellis.Server.Ascend.Keys;

/// <summary>What a key was used for.</summary>
/// <param name="Actions">How many actions it has asked for.</param>
/// <param name="LastActionAt">When the last of them.</param>
internal sealed record KeyUsage(long Actions, DateTimeOffset? LastActionAt);
