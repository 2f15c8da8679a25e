using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.OpenApi;

namespace Trellis.Server.Akshi;

/// <summary>What the platform says about its API.</summary>
internal static class AkshiApi
{
    private const string Token = "token";

    private static readonly RouteCredentials OfTheOperator = new(Token);

    public static ApiPlatform Platform { get; } = new()
    {
        Title = "Akshi",
        Description = "A runtime of agents: what they do, find and ask for, and the people and programs that watch and steer them.",
        Credentials = new Dictionary<string, ApiCredential>
        {
            [Token] = new("The runtime's token. The dashboard's cookie is as good, if X-Akshi-Csrf comes with whatever changes something."),
        },
        Descriptions = typeof(AkshiApi).Assembly,
    };

    /// <summary>The credentials that open a route.</summary>
    public static RouteCredentials CredentialsOf(Access access) => access is Access.Anyone ? RouteCredentials.None : OfTheOperator;
}
