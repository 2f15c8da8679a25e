using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.OpenApi;

namespace Trellis.Server.Aerostack;

/// <summary>What the platform says about its API.</summary>
internal static class AerostackApi
{
    private const string Key = "key";
    private const string OtherKey = "apiKey";
    private const string Bearer = "bearer";
    private const string User = "user";
    private const string Consumer = "consumer";

    private static readonly RouteCredentials OfAProject = new(Key, OtherKey, Bearer);

    public static ApiPlatform Platform { get; } = new()
    {
        Title = "Aerostack",
        Description = "What an application needs behind it, for each project apart: database, cache, queue, files, users, models, search, services and realtime.",
        Credentials = new Dictionary<string, ApiCredential>
        {
            [Key] = new("A key of the project. A public one opens users and realtime alone.", "X-Aerostack-Key"),
            [OtherKey] = new("The same key in the header that others use.", "X-API-Key"),
            [Bearer] = new("The same key as a bearer."),
            [User] = new("The access token of a user of the project."),
            [Consumer] = new("The key of a consumer of the gateway."),
        },
        Descriptions = typeof(AerostackApi).Assembly,
    };

    /// <summary>The credentials that open a route. A handler that asks for one of its own says so in its description.</summary>
    public static RouteCredentials CredentialsOf(Access access) => access is Access.Anyone ? RouteCredentials.None : OfAProject;
}
