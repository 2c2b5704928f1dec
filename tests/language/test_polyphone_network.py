import numpy as np

from reader.language.polyphone_network import Projection, Recurrence, make_batch

RANDOM = np.random.default_rng(7)


def make_recurrence(gates: int) -> Recurrence:
    def numbers(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return RANDOM.normal(0, 0.5, shape).astype(np.float32)

    weights = numbers(5, 2, gates * 4)
    kinds = (
        Projection(numbers(9, 5), weights, numbers(2, gates * 4)),
        Projection(numbers(3, 5), weights),
    )
    return Recurrence(kinds, numbers(2, 4, gates * 4), numbers(2, 4))


def test_only_what_occurs_is_projected() -> None:
    kind = make_recurrence(3).inputs[0]
    ids = np.array([[7, 2, 7], [2, 0, 0]])
    rows, forward = kind.project(ids)
    assert len(rows) == 2 * 3
    assert kind.bias is not None
    for direction in (0, 1):
        whole = kind.embeddings @ kind.weights[:, direction] + kind.bias[direction]
        np.testing.assert_allclose(rows[forward + direction], whole[ids], rtol=1e-5)


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    for gates in (3, 4):
        recurrence = make_recurrence(gates)
        long, short = [1, 2, 3, 4], [5, 6]
        both = recurrence.run(make_batch([[long, short], [[0, 1, 2, 0], [2, 1]]]))
        alone = recurrence.run(make_batch([[short], [[2, 1]]]))
        np.testing.assert_allclose(both[1, :2], alone[0], rtol=1e-5)
        assert not np.allclose(both[0, :2], alone[0])
