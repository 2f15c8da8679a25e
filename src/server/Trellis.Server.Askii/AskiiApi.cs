using Trellis.Server.Kernel.OpenApi;

namespace Trellis.Server.Askii;

/// <summary>What the platform says about its API.</summary>
internal static class AskiiApi
{
    private const string Key = "key";

    /// <summary>What opens the API of OpenAI. The platform's own calls have their token in the body.</summary>
    public static RouteCredentials OfAKey { get; } = new(Key);

    public static ApiPlatform Platform { get; } = new()
    {
        Title = "Askii",
        Description = "Keys with budgets for language models, made and revoked with an mPass token, and OpenAI's API for those keys.",
        Credentials = new Dictionary<string, ApiCredential> { [Key] = new("An Askii key (sk-…).") },
        Descriptions = typeof(AskiiApi).Assembly,
    };
}
