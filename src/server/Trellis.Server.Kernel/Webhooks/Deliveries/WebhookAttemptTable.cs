using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>The SQL of attempts.</summary>
internal static class WebhookAttemptTable
{
    public static ValueTask<int> InsertAsync(ISqlSession session, string deliveryId, WebhookAttempt attempt) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO webhook_attempts (delivery_id, number, started_at, duration_ms, status_code, error, response)
            VALUES ({deliveryId}, {attempt.Number}, {attempt.StartedAt}, {(long)attempt.Duration.TotalMilliseconds}, {attempt.StatusCode},
                    {attempt.Error}, {attempt.Response})
            """);

    public static ValueTask<IReadOnlyList<WebhookAttempt>> ListAsync(ISqlSession session, string deliveryId) =>
        session.QueryAsync(
            $"""
            SELECT number, started_at, duration_ms, status_code, error, response FROM webhook_attempts
            WHERE delivery_id = {deliveryId} ORDER BY number
            """,
            static row => new WebhookAttempt(
                (int)row.Integer(0),
                row.Time(1),
                TimeSpan.FromMilliseconds(row.Integer(2)),
                (int?)row.IntegerOrNull(3),
                row.TextOrNull(4),
                row.TextOrNull(5)));
}
