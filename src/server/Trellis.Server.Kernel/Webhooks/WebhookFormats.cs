namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The formats that the platforms registered.</summary>
internal sealed class WebhookFormats(IEnumerable<IWebhookFormat> formats)
{
    private readonly Dictionary<string, IWebhookFormat> _formats = formats.ToDictionary(static format => format.Platform);

    /// <exception cref="InvalidOperationException">The platform registered none.</exception>
    public IWebhookFormat Of(string platform) =>
        _formats.GetValueOrDefault(platform) ?? throw new InvalidOperationException($"Platform '{platform}' has no webhook format.");
}
