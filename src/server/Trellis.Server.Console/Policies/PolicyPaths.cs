using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Policies;

/// <summary>Where ASCEND has its policies.</summary>
internal static class PolicyPaths
{
    public const string All = "/api/governance/policies";

    /// <summary>The policy that the path of the page names.</summary>
    public static string Of(ConsoleCall call) => $"{All}/{call.Route("id")}";
}
