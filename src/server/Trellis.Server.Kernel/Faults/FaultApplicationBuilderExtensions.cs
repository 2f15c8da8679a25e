using Microsoft.AspNetCore.Builder;

namespace Trellis.Server.Kernel.Faults;

/// <summary>Puts faults into the pipeline.</summary>
public static class FaultApplicationBuilderExtensions
{
    /// <summary>
    /// Lets faults befall every request that comes by here; put it first. What it answers, and what it delays or cuts, carries the
    /// header <c>x-trellis-fault</c> with the position of the rule.
    /// </summary>
    public static IApplicationBuilder UseFaults(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseMiddleware<FaultMiddleware>();
    }
}
