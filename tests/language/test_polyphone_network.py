import numpy as np

from reader.language.polyphone_network import Projection, Recurrence, make_batch

RANDOM = np.random.default_rng(7)


def make_recurrence() -> Recurrence:
    def numbers(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return RANDOM.normal(0, 0.5, shape).astype(np.float32)

    inputs = Projection(numbers(9, 5), numbers(5, 2, 16), numbers(2, 16))
    return Recurrence(inputs, numbers(2, 4, 16))


def test_only_what_occurs_is_projected() -> None:
    inputs = make_recurrence().inputs
    ids = np.array([[7, 2, 7], [2, 0, 0]])
    rows, forward = inputs.project(ids)
    assert len(rows) == 2 * 3
    for direction in (0, 1):
        whole = inputs.embeddings @ inputs.weights[:, direction] + inputs.bias[direction]
        np.testing.assert_allclose(rows[forward + direction], whole[ids], rtol=1e-5)


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    recurrence = make_recurrence()
    long, short = [1, 2, 3, 4], [5, 6]
    both = recurrence.run(make_batch([long, short]))
    alone = recurrence.run(make_batch([short]))
    np.testing.assert_allclose(both[1, :2], alone[0], rtol=1e-5)
    assert not np.allclose(both[0, :2], alone[0])
