namespace Trellis.Server.Akshi.Configuration;

/// <summary>A member of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
/// <param name="IsOptional">Whether it may be missing or null.</param>
internal sealed record OutputMember(string Name, OutputType Type, bool IsOptional);
