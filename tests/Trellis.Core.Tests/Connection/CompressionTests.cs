using System.IO.Compression;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

public sealed class CompressionTests
{
    private static readonly byte[] Answer = """{"text":"compressed"}"""u8.ToArray();

    [Theory]
    [InlineData(Form.Asynchronous, "gzip")]
    [InlineData(Form.Synchronous, "gzip")]
    [InlineData(Form.Asynchronous, "br")]
    [InlineData(Form.Synchronous, "br")]
    [InlineData(Form.Asynchronous, "deflate")]
    [InlineData(Form.Synchronous, "deflate")]
    public async Task Compression_is_asked_for_and_undone(Form form, string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Request.Headers.AcceptEncoding.ToString().ShouldContain(encoding);
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Compress(encoding));
        });
        using var client = new LoopbackClient(server.Url);
        (await client.CallAsync(form)).Text.ShouldBe("compressed");
    }

    [Theory]
    [InlineData(Form.Asynchronous, "gzip")]
    [InlineData(Form.Synchronous, "gzip")]
    [InlineData(Form.Asynchronous, "br")]
    [InlineData(Form.Synchronous, "br")]
    [InlineData(Form.Asynchronous, "deflate")]
    [InlineData(Form.Synchronous, "deflate")]
    public async Task A_body_that_is_not_what_its_encoding_says_is_a_failure_of_the_exchange(Form form, string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Enumerable.Repeat((byte)0xFF, 100).ToArray());
        });
        using var client = new LoopbackClient(server.Url);
        (await client.FailAsync(form)).Failure.Kind.ShouldBe(FailureKind.Transport);
    }

    [Theory]
    [InlineData(Form.Asynchronous, "gzip")]
    [InlineData(Form.Synchronous, "gzip")]
    [InlineData(Form.Asynchronous, "br")]
    [InlineData(Form.Synchronous, "br")]
    public async Task A_compressed_body_that_ends_early_is_never_an_answer(Form form, string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Compress(encoding).AsMemory()[..^12]);
        });
        using var client = new LoopbackClient(server.Url);
        (await client.FailAsync(form)).Failure.Kind.ShouldBeOneOf(FailureKind.Transport, FailureKind.Content);
    }

    private static byte[] Compress(string encoding)
    {
        using var output = new MemoryStream();
        using (Stream compression = encoding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            compression.Write(Answer);
        }

        return output.ToArray();
    }
}
