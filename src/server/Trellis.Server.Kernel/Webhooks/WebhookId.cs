using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Ids of events and deliveries: a prefix and 22 letters and digits whose order is that of their making.</summary>
internal static class WebhookId
{
    private const int Length = 22;

    public static string NewEvent(DateTimeOffset now) => New("evt_", now);

    public static string NewDelivery(DateTimeOffset now) => New("del_", now);

    private static string New(string prefix, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        Span<char> text = stackalloc char[Length];
        Base62.Encode(bytes, text);
        return string.Concat(prefix, text);
    }
}
