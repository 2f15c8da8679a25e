namespace Trellis.Cli.Askii.Keys;

/// <summary>The options that several commands about keys share. Each call makes a new one: an option belongs to one command.</summary>
internal static class KeySettings
{
    /// <summary><c>--key</c>.</summary>
    public static Setting<string?> Key() => new(
        "--key", "TRELLIS_ASKII_KEY", "KEY", "The key (sk-...) or its alias (required)", SettingFormats.Text);

    /// <summary><c>--model</c>.</summary>
    public static ListSetting Models(string description) => new("--model", "-m", "TRELLIS_ASKII_MODEL", "MODEL", description);

    /// <summary><c>--default-model</c>.</summary>
    public static Setting<string?> DefaultModel(string description) => new(
        "--default-model", "TRELLIS_ASKII_DEFAULT_MODEL", "MODEL", description, SettingFormats.Text);
}
