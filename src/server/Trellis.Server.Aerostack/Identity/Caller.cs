namespace Trellis.Server.Aerostack.Identity;

/// <summary>Who asks.</summary>
internal sealed record Caller
{
    /// <summary>Who asks where no credential is looked at.</summary>
    public static Caller Nobody { get; } = new() { Project = Project.None, KeyId = "anonymous", Kind = KeyKind.Public };

    /// <summary>The project, which follows from the credential alone.</summary>
    public required Project Project { get; init; }

    /// <summary>The id of the key: so the audit trail names the caller.</summary>
    public required string KeyId { get; init; }

    /// <summary>What the key opens.</summary>
    public required KeyKind Kind { get; init; }

    /// <summary>The caller that a key is.</summary>
    public static Caller Of(ProjectKey key) => new() { Project = key.Project, KeyId = key.Id, Kind = key.Kind };
}
