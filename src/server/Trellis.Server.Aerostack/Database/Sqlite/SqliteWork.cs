namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>The statements of one request, on their way through the writer's queue.</summary>
internal sealed class SqliteWork(IReadOnlyList<SqlRequest> requests, SqlRules rules)
{
    private readonly TaskCompletionSource<IReadOnlyList<SqlOutcome>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Statements that ended the whole transaction when they failed; they are not tried again.
    private readonly Dictionary<int, SqlFailure> _fatal = [];

    private List<SqlOutcome> _outcomes = [];

    /// <summary>The outcomes, once what was changed is durable.</summary>
    public Task<IReadOnlyList<SqlOutcome>> Done => _done.Task;

    /// <summary>Runs the statements within the open transaction, each behind a savepoint.</summary>
    /// <returns>False when a statement has ended the transaction; what ran in it must run again.</returns>
    public bool TryRun(SqliteLink link)
    {
        _outcomes = [];
        if (rules.IsAtomic)
            link.Run("SAVEPOINT work");
        for (var index = 0; index < requests.Count; index++)
        {
            if (!_fatal.TryGetValue(index, out var failure))
            {
                link.Run("SAVEPOINT statement");
                var outcome = link.Execute(requests[index], rules, CancellationToken.None);
                failure = outcome.Failure;
                if (failure is not null && !link.InTransaction)
                {
                    _fatal[index] = failure;
                    return false;
                }

                link.Run(failure is null ? "RELEASE statement" : "ROLLBACK TO statement; RELEASE statement");
                if (failure is null)
                {
                    _outcomes.Add(outcome);
                    continue;
                }
            }

            _outcomes.Add(SqlOutcome.Failed(failure));
            if (rules.IsAtomic)
            {
                link.Run("ROLLBACK TO work");
                break;
            }
        }

        if (rules.IsAtomic)
            link.Run("RELEASE work");
        return true;
    }

    /// <summary>Tells the caller that what its statements changed is durable.</summary>
    public void Complete() => _done.TrySetResult(_outcomes);

    /// <summary>Tells the caller that none of its statements counts.</summary>
    public void Fail(SqlFailure failure) => _done.TrySetResult([.. requests.Select(_ => SqlOutcome.Failed(failure))]);

    /// <summary>Tells the caller that the database has failed.</summary>
    public void Break(Exception error) => _done.TrySetException(error);
}
