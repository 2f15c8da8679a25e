using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>A task as an answer.</summary>
internal sealed class TaskAnswer(AgentTask task) : JsonAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public override void WriteBody(Utf8JsonWriter json) => task.Write(json);
}
