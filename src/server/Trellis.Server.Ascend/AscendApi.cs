using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.OpenApi;

namespace Trellis.Server.Ascend;

/// <summary>What the platform says about its API.</summary>
internal static class AscendApi
{
    private const string Key = "apiKey";
    private const string Bearer = "bearer";

    private static readonly RouteCredentials Either = new(Key, Bearer);
    private static readonly RouteCredentials OfAPerson = new(Bearer);

    public static ApiPlatform Platform { get; } = new()
    {
        Title = "ASCEND",
        Description = "Governance of AI agents: they ask before they act, policies and people decide, and the audit trail remembers.",
        Credentials = new Dictionary<string, ApiCredential>
        {
            [Key] = new("An organisation's API key.", "X-API-Key"),
            [Bearer] = new("An API key, or the token of a person. Where people decide, a key is refused."),
        },
        Descriptions = typeof(AscendApi).Assembly,
    };

    /// <summary>The credentials that open a route.</summary>
    public static RouteCredentials CredentialsOf(Access access) => access switch
    {
        Access.Anyone => RouteCredentials.None,
        Access.Person => OfAPerson,
        _ => Either,
    };
}
