using System.Net;

namespace Trellis;

/// <summary>A form as the body of one attempt. Disposing it leaves the form as it is, for the next.</summary>
internal sealed class MultipartFormContent : HttpContent
{
    private readonly MultipartForm _form;

    public MultipartFormContent(MultipartForm form)
    {
        _form = form;
        Headers.TryAddWithoutValidation("Content-Type", form.ContentType);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _form.Length ?? 0;
        return _form.Length is not null;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Transfer.Finish(_form.WriteToAsync(stream, Transfer.Blocking, cancellationToken));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _form.WriteToAsync(stream, Transfer.Async, cancellationToken).AsTask();
}
