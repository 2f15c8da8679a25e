using System.Buffers;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>How a platform writes the error bodies that the server itself answers with. Safe for concurrent use.</summary>
public interface IErrorFormat
{
    /// <summary>Writes the body: UTF-8 JSON, sent as <c>application/json</c>.</summary>
    void Write(IBufferWriter<byte> output, RequestError error);
}
