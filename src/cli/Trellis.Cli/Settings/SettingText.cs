namespace Trellis.Cli;

/// <summary>What all settings say in the same words.</summary>
internal static class SettingText
{
    public static string Describe(string description, string variable) => $"{description} [env: {variable}]";

    public static string Malformed(string origin, string expected, string text) => $"{origin} must be {expected}, but is '{text}'.";

    public static string Missing(string option, string variable) => $"{option} is missing. Give it, or set {variable}.";
}
