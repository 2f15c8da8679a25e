using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Faults;
using Trellis.Server.Kernel.Tests.Models;

namespace Trellis.Server.Kernel.Tests.Faults;

/// <summary>A real server with a plan of faults before a handler.</summary>
internal static class FaultServer
{
    public static Task<TestServer> StartAsync(string rule, RequestDelegate handler, TimeProvider? time = null) =>
        StartAsync(Plan(rule), handler, time);

    public static Task<TestServer> StartAsync(FaultPlan plan, RequestDelegate handler, TimeProvider? time = null) => TestServer.StartAsync(
        services => services.AddSingleton(time ?? TimeProvider.System).AddFaults(plan),
        app =>
        {
            app.UseFaults();
            app.Run(handler);
        });

    public static FaultPlan Plan(string rules, int seed = 0) =>
        FaultPlan.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{"rules":[{{rules}}],"seed":{{seed}}}"""));
}
