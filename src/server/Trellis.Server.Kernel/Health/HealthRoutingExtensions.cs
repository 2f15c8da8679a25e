using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Health;

/// <summary>Health for whoever runs the server. A platform's own health endpoint stays as its contract has it.</summary>
public static class HealthRoutingExtensions
{
    /// <summary>Adds what <see cref="MapHealth"/> needs.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<ReadinessCheck>();

    /// <summary>
    /// Maps <c>/health/live</c>, which answers while the process does, and <c>/health/ready</c>, which answers 503 and names the part while the
    /// store fails or the server stops.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);

        var readiness = endpoints.ServiceProvider.GetRequiredService<ReadinessCheck>();
        endpoints.MapGet("/health/live", static context => JsonResponse.WriteAsync(context.Response, Live()));
        endpoints.MapGet("/health/ready", async context =>
            await JsonResponse.WriteAsync(context.Response, new ReadinessAnswer(await readiness.RunAsync().WaitAsync(context.RequestAborted))));
    }

    private static Answer Live() => Answer.Ok(static json => json.WriteString("status"u8, "live"u8));
}
