namespace Trellis.Server.Kernel.OpenApi;

/// <summary>Metadata of an endpoint: the credentials that open it, any one of them. With none, everybody may call it.</summary>
/// <param name="Names">The names in <see cref="ApiPlatform.Credentials"/>.</param>
public sealed record RouteCredentials(params IReadOnlyList<string> Names)
{
    /// <summary>Of an endpoint that asks for none.</summary>
    public static RouteCredentials None { get; } = new();
}
