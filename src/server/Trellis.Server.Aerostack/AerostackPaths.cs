using Trellis.Server.Aerostack.Errors;

namespace Trellis.Server.Aerostack;

/// <summary>
/// The parts of the URL space that are the platform's (contract, section 1.1). OpenAI's API has paths below <c>/v1/</c> too and ASCEND below
/// <c>/api/</c>, and so each part is named; the longest prefix wins.
/// </summary>
internal static class AerostackPaths
{
    public static IReadOnlyList<(string Prefix, ErrorEnvelope Envelope)> Prefixes { get; } =
    [
        ("/v1/db/", ErrorEnvelope.Plain),
        ("/v1/cache/", ErrorEnvelope.Plain),
        ("/v1/queue/", ErrorEnvelope.Plain),
        ("/v1/storage/", ErrorEnvelope.Plain),
        ("/storage/projects/", ErrorEnvelope.Plain),
        ("/v1/services/", ErrorEnvelope.Plain),
        ("/v1/auth/", ErrorEnvelope.Plain),
        ("/v1/ai/", ErrorEnvelope.Plain),
        ("/v1/ai/gateway/", ErrorEnvelope.WithError),
        ("/v1/gateway/", ErrorEnvelope.WithError),
        ("/v1/collections/", ErrorEnvelope.WithError),
        ("/v1/custom/", ErrorEnvelope.WithError),
        ("/v1/realtime", ErrorEnvelope.WithError),
        ("/v1/projects", ErrorEnvelope.Plain),
        ("/api/gateway/", ErrorEnvelope.WithError),
        ("/api/realtime", ErrorEnvelope.WithError),
        ("/api/v1/public/", ErrorEnvelope.WithError),
        ("/internal/hooks/", ErrorEnvelope.WithError),
    ];

    /// <summary>How refusals look at a path.</summary>
    public static ErrorEnvelope EnvelopeOf(string path)
    {
        var (prefix, envelope) = ("", ErrorEnvelope.Plain);
        foreach (var owned in Prefixes)
        {
            if (owned.Prefix.Length > prefix.Length && path.StartsWith(owned.Prefix, StringComparison.OrdinalIgnoreCase))
                (prefix, envelope) = owned;
        }

        return envelope;
    }
}
