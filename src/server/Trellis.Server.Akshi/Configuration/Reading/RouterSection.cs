using Trellis.Server.Akshi.Inference.Scoring;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>[router]</c> and its routes.</summary>
internal static class RouterSection
{
    private const int MostSeconds = 24 * 3600;

    /// <summary>Reads the section.</summary>
    public static RouterConfiguration Read(Section? section)
    {
        var defaults = new RouterConfiguration();
        if (section is null)
            return defaults;

        var router = new RouterConfiguration
        {
            IsEnabled = section.Flag("enabled", defaults.IsEnabled),
            Profile = section.Text("profile") ?? defaults.Profile,
            ProfilePath = section.Text("profile_path") is { Length: > 0 } path ? Path.GetFullPath(path, section.Context.Folder) : null,
            Threshold = section.Number("threshold", 0, 1) ?? defaults.Threshold,
            Scoring = section.Word("scoring", "weighted", "logistic") == "logistic" ? RouterScoring.Logistic : RouterScoring.Weighted,
            FallbackModel = section.Text("fallback_model"),
            DefaultRoute = section.Text("default_route"),
            Timeout = section.Seconds("timeout_secs", 1, MostSeconds) ?? defaults.Timeout,
            MaxRetries = (int)(section.Integer("max_retries", 0, 100) ?? defaults.MaxRetries),
            BreakerThreshold = (int)(section.Integer("circuit_breaker_threshold", 1, 1_000_000) ?? defaults.BreakerThreshold),
            BreakerReset = section.Seconds("circuit_breaker_reset_secs", 1, MostSeconds) ?? defaults.BreakerReset,
            Routes = ReadRoutes(section),
        };
        if (router.DefaultRoute is { } route && !router.Routes.Any(known => known.Name == route))
            section.Fail("default_route", "names no route of [[router.routes]]");

        section.WarnOfUnknown();
        return router with { ScoringProfile = ReadProfile(section, router) };
    }

    private static ScoringProfile ReadProfile(Section section, RouterConfiguration router)
    {
        var profile = ScoringProfile.Default;
        if (router.ProfilePath is { } path)
        {
            try
            {
                profile = ScoringProfile.Parse(File.ReadAllText(path));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                section.Fail("profile_path", "names a file that cannot be read");
            }
            catch (FormatException error)
            {
                section.Fail("profile_path", $"names a file that is no profile: {error.Message.TrimEnd('.')}");
            }
        }

        return router.Scoring is RouterScoring.Logistic ? profile.AsLogistic() : profile;
    }

    private static List<RouteConfiguration> ReadRoutes(Section section)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var routes = new List<RouteConfiguration>();
        foreach (var below in section.Subs("routes"))
        {
            var route = ReadRoute(below, section);
            if (route.Name.Length > 0 && !names.Add(route.Name))
                below.Fail("name", "is the name of another route too");
            routes.Add(route);
        }

        return routes;
    }

    private static RouteConfiguration ReadRoute(Section section, Section router)
    {
        var route = new RouteConfiguration
        {
            Name = section.Required("name", 255),
            Provider = section.Has("provider") ? section.Word("provider", ModelProviders.All) ?? "" : section.Required("provider"),
            Model = section.Text("model"),
            BaseUrl = ReadUrl(section),
            ApiKey = section.Secret("api_key"),
            InputUsdPerMillionTokens = section.Dollars("input_usd_per_million_tokens"),
            OutputUsdPerMillionTokens = section.Dollars("output_usd_per_million_tokens"),
        };
        if (route.ApiKey?.Reveal().Any(static c => c is < '!' or > '~') == true)
            section.Fail("api_key", "must be printable ASCII without blanks, as a header carries it");
        if (route.Model is null && route.Provider != ModelProviders.Echo && !router.Has("fallback_model"))
            section.Fail("model", "is required, here or as 'router.fallback_model'");

        section.WarnOfUnknown();
        return route;
    }

    private static Uri? ReadUrl(Section section)
    {
        if (section.Text("base_url") is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0)
            return url;

        section.Fail("base_url", "must be an http or https URL without a user name");
        return null;
    }
}
