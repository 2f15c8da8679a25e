namespace Trellis.Server.Ascend.Risk;

/// <summary>The environment component: 0 to 35. An environment that nobody knows counts as production.</summary>
internal static class EnvironmentScore
{
    /// <summary>The component for an environment's name in lower case.</summary>
    public static int Of(string environment) => environment switch
    {
        "staging" or "stage" => 18,
        "development" or "dev" => 5,
        "test" => 3,
        "sandbox" => 2,
        _ => 35,
    };

    /// <summary>Whether a name means production, or nothing known.</summary>
    public static bool IsProduction(string environment) => Of(environment) == 35;
}
