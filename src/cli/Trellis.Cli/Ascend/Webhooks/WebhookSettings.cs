using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary>The options that several commands about webhooks share. Each call makes a new one: an option belongs to one command.</summary>
internal static class WebhookSettings
{
    /// <summary>Which webhook.</summary>
    public static TextArgument Id() => new("webhook-id", "The webhook, by the id that 'webhooks list' prints");

    /// <summary><c>--target</c>.</summary>
    public static Setting<string?> Target(string description) => new(
        "--target", "TRELLIS_ASCEND_WEBHOOK_TARGET", "URL", description, SettingFormats.Text);

    /// <summary><c>--event</c>.</summary>
    public static ListSetting Events(string description) => new(
        "--event", "-e", "TRELLIS_ASCEND_WEBHOOK_EVENTS", "EVENT",
        $"{description}: {string.Join(", ", WebhookEvents.All.Order(StringComparer.Ordinal))}; repeat it for more");

    /// <summary><c>--secret</c>.</summary>
    public static Setting<string?> Secret() => new(
        "--secret", "TRELLIS_ASCEND_WEBHOOK_SECRET", "SECRET",
        "With what deliveries are signed. Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);
}
