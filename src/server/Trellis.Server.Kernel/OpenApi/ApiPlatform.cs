using System.Reflection;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>What a module says about its API as a whole. What it says about each operation stands in files beside its code, see <see cref="Descriptions"/>.</summary>
public sealed class ApiPlatform
{
    /// <summary>The API's name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>What the API is for, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>The credentials that callers present, by the names that <see cref="RouteCredentials"/> use.</summary>
    public required IReadOnlyDictionary<string, ApiCredential> Credentials { get; init; }

    /// <summary>The assembly that has the descriptions: every embedded resource whose name ends in <c>.api</c>.</summary>
    public required Assembly Descriptions { get; init; }
}
