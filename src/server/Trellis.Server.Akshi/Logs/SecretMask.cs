using System.Text;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Akshi.Logs;

/// <summary>
/// Takes secrets out of text that leaves the runtime: what looks like one, and every value that the configuration knows to be one, in the
/// open, in base64 and escaped for a URL (contract, section 7). Safe for concurrent use.
/// </summary>
internal sealed class SecretMask(RuntimeConfig config)
{
    private const string Mask = "***redacted***";

    private volatile Known _known = new(null, []);

    /// <summary>The text without them.</summary>
    public string Clean(string text) => SecretFreeText.Of(CleanKnown(text));

    /// <summary>The text without the values that the configuration knows; what only looks like a secret may be what the text is about.</summary>
    public string CleanKnown(string text)
    {
        foreach (var form in FormsOf(config.Current))
            text = text.Replace(form, Mask, StringComparison.Ordinal);
        return text;
    }

    // Made once for each configuration.
    private string[] FormsOf(RuntimeConfiguration current)
    {
        var known = _known;
        if (!ReferenceEquals(known.Of, current))
            _known = known = new Known(current, [.. current.Secrets.SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(static form => form.Length)]);
        return known.Forms;
    }

    private static IEnumerable<string> Forms(RuntimeSecret secret)
    {
        var value = secret.Reveal();
        return [value, Uri.EscapeDataString(value), Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=')];
    }

    private sealed record Known(RuntimeConfiguration? Of, string[] Forms)
    {
        public override string ToString() => nameof(Known);
    }
}
