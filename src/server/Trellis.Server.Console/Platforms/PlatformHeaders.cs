namespace Trellis.Server.Console.Platforms;

/// <summary>What a request says beside its body.</summary>
internal sealed record PlatformHeaders
{
    /// <summary>The headers.</summary>
    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>The person for whom the operator acts, where a platform gives each person things of their own.</summary>
    public string? ActsFor { get; init; }

    /// <summary>Names the project of Aerostack.</summary>
    public static PlatformHeaders Project(string idOrSlug) => new() { Values = new() { ["X-Project-Id"] = idOrSlug } };

    /// <summary>Names the person of Askii.</summary>
    public static PlatformHeaders Person(string subject) => new() { ActsFor = subject };
}
