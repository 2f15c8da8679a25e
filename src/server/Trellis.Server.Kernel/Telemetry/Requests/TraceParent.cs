using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>Reads who called, from the headers of W3C Trace Context.</summary>
/// <seealso href="https://www.w3.org/TR/trace-context/">Trace Context</seealso>
internal static class TraceParent
{
    // What every participant of a trace has to pass on; a longer state may be dropped (section 3.3.1.5), and this one is.
    private const int LongestState = 512;

    /// <summary>The span of the caller; the default where there is none, or none that can be read.</summary>
    public static ActivityContext Read(IHeaderDictionary headers)
    {
        if (headers.TraceParent is not [{ } parent])
            return default;

        var state = headers.TraceState.Count == 0 ? null : string.Join(',', headers.TraceState.ToArray());
        return ActivityContext.TryParse(parent, state is { Length: <= LongestState } ? state : null, isRemote: true, out var context) ? context : default;
    }
}
