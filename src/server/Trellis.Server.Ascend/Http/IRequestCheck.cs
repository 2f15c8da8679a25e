using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Http;

/// <summary>Looks at every request of an authenticated caller before its handler does, such as at its signature.</summary>
internal interface IRequestCheck
{
    /// <summary>Returns what to answer instead, or null to go on.</summary>
    ValueTask<JsonAnswer?> CheckAsync(AscendCall call, RouteRules rules);
}
