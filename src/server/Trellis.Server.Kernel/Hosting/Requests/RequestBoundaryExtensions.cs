using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Adds the outermost step of the request pipeline.</summary>
public static class RequestBoundaryExtensions
{
    /// <summary>
    /// Gives every request an id (<see cref="Microsoft.AspNetCore.Http.HttpContext.TraceIdentifier"/>, sent as <c>X-Request-ID</c>), and
    /// every error that no route has answered the body of the platform that was asked. Observes it with the <see cref="ServerTelemetry"/> of the
    /// services. Comes first in the pipeline.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="modules">The platforms.</param>
    /// <exception cref="ArgumentException">Two modules own the same path.</exception>
    public static IApplicationBuilder UseRequestBoundary(this IApplicationBuilder app, IEnumerable<IServerModule> modules)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(modules);

        var formats = new ErrorFormatTable(modules);
        var time = app.ApplicationServices.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Trellis.Server.Requests");
        var telemetry = new RequestTelemetry(app.ApplicationServices.GetRequiredService<ServerTelemetry>(), time);
        return app.Use(next => new RequestBoundary(next, formats, telemetry, time, logger).InvokeAsync);
    }
}
