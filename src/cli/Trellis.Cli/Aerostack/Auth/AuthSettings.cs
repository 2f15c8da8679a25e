namespace Trellis.Cli.Aerostack.Auth;

/// <summary>What both commands share. Each call makes a new one: an option belongs to one command.</summary>
internal static class AuthSettings
{
    /// <summary>Who it is.</summary>
    public static TextArgument Email() => new("email", "The user's e-mail address");

    /// <summary><c>--password</c>.</summary>
    public static Setting<string?> Password() => new(
        "--password", "TRELLIS_AEROSTACK_PASSWORD", "PASSWORD",
        "The user's password (required). Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);
}
